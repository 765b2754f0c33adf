export { type NewDelivery, queueDeliveries } from './queue-delivery.server';
